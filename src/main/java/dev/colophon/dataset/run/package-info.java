/** What each run did: records and their store. */
@NullMarked
package dev.colophon.dataset.run;

import org.jspecify.annotations.NullMarked;
