/** What supervisors of all kinds share: {@link org.bulkhead.isolate.supervision.IsolateMaker} turns manifests into isolates. */
package org.bulkhead.isolate.supervision;
