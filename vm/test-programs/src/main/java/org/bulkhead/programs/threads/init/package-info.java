/** Classes initialised by several threads (JVMS §5.5). */
package org.bulkhead.programs.threads.init;
