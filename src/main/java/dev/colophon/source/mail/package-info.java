/** What mail programs and browsers keep as MIME: mails, mail boxes and saved pages (MHTML). */
@NullMarked
package dev.colophon.source.mail;

import org.jspecify.annotations.NullMarked;
