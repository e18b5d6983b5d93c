/** Dumps in XML: elements that are cut out of it and read one by one. */
@NullMarked
package dev.colophon.source.format.xml;

import org.jspecify.annotations.NullMarked;
