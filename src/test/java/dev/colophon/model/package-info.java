@NullMarked
package dev.colophon.model;

import org.jspecify.annotations.NullMarked;
