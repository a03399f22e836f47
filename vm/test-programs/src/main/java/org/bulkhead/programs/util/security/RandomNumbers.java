package org.bulkhead.programs.util.security;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Secure random numbers differ and look random; generators with a seed give the numbers that the JDK gives. */
@AllocatesMuch
public final class RandomNumbers {
    public static void main(String[] args) throws NoSuchAlgorithmException {
        SecureRandom random = new SecureRandom();
        Set<Long> seen = new HashSet<>();
        int ones = 0;
        for (int i = 0; i < 2000; i++) {
            long next = random.nextLong();
            seen.add(next);
            ones += Long.bitCount(next);
        }
        Out.println(seen.size() + " " + (ones > 63_000 && ones < 65_000));
        byte[] first = new byte[40];
        byte[] second = new byte[40];
        random.nextBytes(first);
        SecureRandom.getInstanceStrong().nextBytes(second);
        BitSet difference = BitSet.valueOf(first);
        difference.xor(BitSet.valueOf(second));
        Out.println(difference.cardinality() > 80 && difference.cardinality() < 240);
        Out.println(random.generateSeed(20).length + " " + random.nextInt(10, 20) / 10 + " " + SecureRandom.getInstance("DRBG").getAlgorithm());
        SecureRandom repeatable = SecureRandom.getInstance("SHA1PRNG");
        repeatable.setSeed(42);
        Out.println(repeatable.nextLong() + " " + repeatable.nextInt(1000) + " " + repeatable.getAlgorithm());
        UUID uuid = UUID.randomUUID();
        Out.println(uuid.version() + " " + uuid.variant() + " " + uuid.equals(UUID.randomUUID()) + " " + uuid.toString().length());
        Random seeded = new Random(7);
        Out.println(seeded.nextInt() + " " + seeded.nextGaussian() + " " + seeded.nextBoolean() + " " + seeded.ints(3, 0, 100).sum() + " " + seeded.doubles(2).sum());
        SplittableRandom split = new SplittableRandom(7);
        SplittableRandom other = split.split();
        Out.println(split.nextLong() + " " + other.nextInt(5, 50) + " " + split.nextExponential() + " " + other.longs(3).sum());
        Out.println(new Random().nextLong() == new Random().nextLong() || new SplittableRandom().nextLong() == new SplittableRandom().nextLong());
        int local = ThreadLocalRandom.current().nextInt(5);
        Out.println(local >= 0 && local < 5 && Math.random() < 1);
    }
}
