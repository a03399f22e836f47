/** Java programs as static Linux executables: the VM's own compiler, runtime and collector at full speed on the build machine. */
package org.bulkhead.builder.hosted;
