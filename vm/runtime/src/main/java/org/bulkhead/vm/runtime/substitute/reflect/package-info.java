/** Substitutions that lead from the class library's reflection to {@code org.bulkhead.vm.runtime.reflect}. None adds an instance field. */
package org.bulkhead.vm.runtime.substitute.reflect;
