/** Measurements of the program: invented articles, micro benchmarks, the whole stream. */
package news.slugline.bench;
