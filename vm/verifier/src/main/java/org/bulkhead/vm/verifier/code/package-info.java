/** Instructions as bytes: where each begins, what follows its opcode, and what can be said of each alone (JVMS 4.9.1). */
package org.bulkhead.vm.verifier.code;
