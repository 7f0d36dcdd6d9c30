/** Benchmarks of what is package-private in grouping. */
package news.slugline.grouping;
