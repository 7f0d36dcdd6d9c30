# Build the program first, `mvn package` or `./slugline --help`, then `docker build -t slugline .`
ARG JRE_IMAGE=eclipse-temurin:25-jre
FROM ${JRE_IMAGE}
RUN useradd --uid 10001 --create-home --home-dir /var/lib/slugline slugline
COPY target/lib /opt/slugline/lib
COPY target/slugline.jar /opt/slugline/slugline.jar
COPY deploy/docker/slugline deploy/docker/healthcheck /opt/slugline/
USER 10001
WORKDIR /var/lib/slugline
# where a volume is mounted; only here and in /tmp is anything written
ENV SLUGLINE_DATA_DIR=/var/lib/slugline SLUGLINE_LOG_FORMAT=json SLUGLINE_LOG_LEVEL=INFO
EXPOSE 9464
# of `run`; the other commands turn it off in docker-compose.yml
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["/opt/slugline/healthcheck"]
ENTRYPOINT ["/opt/slugline/slugline"]
CMD ["--help"]
