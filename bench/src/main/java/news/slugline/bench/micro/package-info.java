/**
 * JMH benchmarks, one class a stage. Every score is in articles a second on one core; with {@code
 * -prof gc}, {@code gc.alloc.rate.norm} is in bytes an article.
 */
package news.slugline.bench.micro;
