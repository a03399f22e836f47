/**
 * What an isolate declares about itself: annotations on its class, which the builder checks and turns into a {@link org.bulkhead.isolate.manifest.Manifest}.
 *
 * <p>The manifest is all that an isolate may do. The supervisor grants exactly what it names, and the nucleus and the processor refuse the rest.
 * An isolate's class carries exactly one of {@link org.bulkhead.isolate.manifest.Driver}, {@link org.bulkhead.isolate.manifest.Server} and
 * {@link org.bulkhead.isolate.manifest.Program}, which mean the same to the system and tell the reader what to expect.
 */
package org.bulkhead.isolate.manifest;
