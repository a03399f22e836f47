/**
 * Files that people write in YAML: parsed by Jackson, and read so that whatever is wrong is told in one line with its place.
 *
 * <p>Not Jackson's own binding to classes: its messages name classes instead of what the author of the file knows, and end at the first mistake.
 */
package org.bulkhead.builder.yaml;
