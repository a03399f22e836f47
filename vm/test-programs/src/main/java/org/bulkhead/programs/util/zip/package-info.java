/** Inflating, deflating, checksums, and the streams of gzip, zip and jar files. */
package org.bulkhead.programs.util.zip;
