/** What the nucleus says: its log, the console of last resort, and the dump with which a broken invariant stops the machine. */
package org.bulkhead.nucleus.kernel.log;
