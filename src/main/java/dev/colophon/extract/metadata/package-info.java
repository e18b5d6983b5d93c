/** What an HTML page says of itself: JSON-LD, microdata, RDFa, meta tags, marked-up and visible dates and bylines. */
@NullMarked
package dev.colophon.extract.metadata;

import org.jspecify.annotations.NullMarked;
