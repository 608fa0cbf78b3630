/** The nouns: titles, ratings, tastes, and the questions one can put to them. */
package osusume.data;
