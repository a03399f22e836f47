package org.bulkhead.isolate.protocol;

/**
 * Some bytes of a device's input, all of which is numbered.
 *
 * @param first number of the first of them
 * @param bytes the bytes, in the order in which they came
 */
public record Input(long first, @MaxLength(CharacterDevice.TRANSFER_LIMIT) byte[] bytes) {
    /** {@return the number of the byte behind them: what to ask for next} */
    public long next() {
        return first + bytes.length;
    }
}
