/**
 * What is in an image, where, how large, and why.
 *
 * <p>The builder writes an {@link org.bulkhead.builder.inspect.ImageMap} beside each image; inspection and symbolic traces read the map and never need to build again.
 */
package org.bulkhead.builder.inspect;
