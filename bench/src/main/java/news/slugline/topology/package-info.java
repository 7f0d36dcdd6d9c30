/** Measures what is package-private in the program's package of this name. */
package news.slugline.topology;
