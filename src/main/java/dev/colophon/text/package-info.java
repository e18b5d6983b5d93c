/** Digits, white space, Unicode forms, scripts and hashes: what every other package needs of a string. */
@NullMarked
package dev.colophon.text;

import org.jspecify.annotations.NullMarked;
