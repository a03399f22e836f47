/** Making isolates from records, and the first of them, the supervisor, which the nucleus makes and watches by itself. */
package org.bulkhead.nucleus.kernel.isolate;
