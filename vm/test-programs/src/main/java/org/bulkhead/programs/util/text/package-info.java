/** Formatting, splitting, joining, encoding and parsing of text. */
package org.bulkhead.programs.util.text;
