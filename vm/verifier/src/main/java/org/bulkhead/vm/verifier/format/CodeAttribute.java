package org.bulkhead.vm.verifier.format;

import java.util.List;
import java.util.Set;

/**
 * The code of a method (JVMS 4.7.3).
 *
 * @param maxStack slots of the operand stack
 * @param maxLocals slots of the local variables
 * @param bytes the instructions
 * @param handlers exception handlers, in the order in which they are tried
 * @param boundaries offsets at which a local variable's life begins or ends, so that an instruction must begin there, or the code end
 * @param stackMap the content of the StackMapTable attribute from its number of entries on, or null
 */
public record CodeAttribute(int maxStack, int maxLocals, byte[] bytes, List<Handler> handlers, Set<Integer> boundaries, ClassBytes stackMap) {
    /**
     * An exception handler.
     *
     * @param start offset of the first instruction covered
     * @param end offset behind the last one
     * @param target offset of the handler
     * @param type internal name of the class that it catches, null for everything
     */
    public record Handler(int start, int end, int target, String type) {}
}
