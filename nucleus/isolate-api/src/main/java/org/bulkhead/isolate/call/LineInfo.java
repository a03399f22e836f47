package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.LineStatus;

/**
 * An interrupt line of the machine.
 *
 * @param owner place in the pool of the isolate that has it, -1 if nobody has
 * @param bit notification bit that the owner gets
 * @param masked whether it lets no interrupt through: nobody has it, or its owner has not yet looked after the last one
 * @param count interrupts since boot
 */
public record LineInfo(int owner, int bit, boolean masked, long count) {
    static LineInfo of(RawBuffer record) {
        return new LineInfo(Records.number(record, LineStatus.OWNER), Records.number(record, LineStatus.BIT), Records.number(record, LineStatus.MASKED) != 0, Records.field(record, LineStatus.COUNT));
    }
}
