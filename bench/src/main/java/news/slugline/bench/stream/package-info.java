/** The whole stream, measured from the acknowledged publish to the committed update. */
package news.slugline.bench.stream;
