package org.bulkhead.vm.runtime.random;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** Makes seeds. */
public final class Entropy {
    /** CPUID leaf 1, ecx: the processor has RDRAND. Intel SDM, volume 2, CPUID. */
    private static final int FEATURE_RANDOM = 1 << 30;
    /** So often RDRAND is asked in a row; a processor that has nothing ten times is taken to be broken. Intel SDM, volume 1, 7.3.17. */
    private static final int TRIES = 10;
    private static final int NUMBERS_PER_BLOCK = 8;
    /** So many times are taken for a block of 256 bits: at least one bit is expected of eight. */
    private static final int TIMES_PER_BLOCK = 2048;
    /** Reads go all over an array that is larger than the nearest cache. */
    private static final int WALK = 1 << 16;
    private static final long MULTIPLIER = 0x5851_F42D_4C95_7F2DL;

    private Entropy() {}

    /** Fills an array with numbers that nobody can foretell, as far as the sources go. */
    public static void fill(byte[] seed) {
        MessageDigest digest = sha256();
        byte[] walk = new byte[WALK];
        for (int done = 0; done < seed.length;) {
            addProcessor(digest);
            addTimes(digest, walk);
            byte[] block = digest.digest();
            digest.update(block);
            int length = Math.min(block.length, seed.length - done);
            // The hash's state goes on from block to block; what is given out is hashed once more, so that no block tells the next.
            System.arraycopy(sha256().digest(block), 0, seed, done, length);
            done += length;
        }
    }

    /** Returns a number that two programs, or two runs of one, hardly ever get alike; cheap, and not fit for secrets. */
    public static long quick() {
        long time = Magic.timestamp() * MULTIPLIER ^ PlatformHolder.platform().nanoTime();
        return hasProcessorSource() ? time ^ Magic.randomNumber() : time;
    }

    private static boolean hasProcessorSource() {
        return (Magic.processorFeatures() & FEATURE_RANDOM) != 0;
    }

    private static void addProcessor(MessageDigest digest) {
        if (!hasProcessorSource()) {
            return;
        }
        for (int i = 0; i < NUMBERS_PER_BLOCK; i++) {
            long number = 0;
            for (int tries = 0; number == 0 && tries < TRIES; tries++) {
                number = Magic.randomNumber();
            }
            add(digest, number);
        }
    }

    private static void addTimes(MessageDigest digest, byte[] walk) {
        add(digest, PlatformHolder.platform().nanoTime());
        add(digest, PlatformHolder.platform().currentTimeMillis());
        long state = Magic.timestamp();
        for (int i = 0; i < TIMES_PER_BLOCK; i++) {
            int place = (int) (state >>> (Long.SIZE - Integer.SIZE)) & (WALK - 1);
            walk[place] += (byte) state;
            long now = Magic.timestamp();
            state = (state ^ now) * MULTIPLIER + walk[place];
            digest.update((byte) now);
        }
        add(digest, state);
    }

    private static void add(MessageDigest digest, long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (number >>> shift));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
