/** The format of class files (JVMS 4.1 to 4.8), read with no trust in any length, index or name. */
package org.bulkhead.vm.verifier.format;
