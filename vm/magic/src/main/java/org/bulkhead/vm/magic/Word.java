package org.bulkhead.vm.magic;

/**
 * An unsigned 64-bit machine word.
 */
@Unboxed
public final class Word {
    private final long value;

    private Word(long value) {
        this.value = value;
    }

    /** Returns the word whose 64 bits are {@code value}. */
    @Intrinsic
    public static Word fromLong(long value) {
        return new Word(value);
    }

    /** Returns the 64 bits of this word. */
    @Intrinsic
    public long toLong() {
        return value;
    }

    /** Returns the low 32 bits of this word. */
    @Intrinsic
    public int toInt() {
        return (int) value;
    }

    /** Returns the word 0. */
    @Intrinsic
    public static Word zero() {
        return new Word(0);
    }

    /** Returns {@code this + other}, modulo 2<sup>64</sup>. */
    @Intrinsic
    public Word plus(Word other) {
        return new Word(value + other.value);
    }

    /** Returns {@code this - other}, modulo 2<sup>64</sup>. */
    @Intrinsic
    public Word minus(Word other) {
        return new Word(value - other.value);
    }

    /** Returns {@code this &amp; other}, modulo 2<sup>64</sup>. */
    @Intrinsic
    public Word and(Word other) {
        return new Word(value & other.value);
    }

    /** Returns {@code this | other}, modulo 2<sup>64</sup>. */
    @Intrinsic
    public Word or(Word other) {
        return new Word(value | other.value);
    }

    /** Returns {@code this ^ other}, modulo 2<sup>64</sup>. */
    @Intrinsic
    public Word xor(Word other) {
        return new Word(value ^ other.value);
    }

    /** Returns the complement of all bits. */
    @Intrinsic
    public Word not() {
        return new Word(~value);
    }

    /** Returns this word shifted left by {@code count} bits, 0 to 63. */
    @Intrinsic
    public Word shiftLeft(int count) {
        return new Word(value << count);
    }

    /** Returns this word shifted right by {@code count} bits, 0 to 63, zeros coming in. */
    @Intrinsic
    public Word shiftRight(int count) {
        return new Word(value >>> count);
    }

    /** Returns whether all bits are 0. */
    @Intrinsic
    public boolean isZero() {
        return value == 0;
    }

    /** Returns whether both words have the same bits. */
    @Intrinsic
    public boolean sameAs(Word other) {
        return value == other.value;
    }

    /** Returns whether this word is less than {@code other}, as unsigned numbers. */
    @Intrinsic
    public boolean below(Word other) {
        return Long.compareUnsigned(value, other.value) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Word that && that.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
