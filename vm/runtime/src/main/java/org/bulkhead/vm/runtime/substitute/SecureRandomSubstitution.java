package org.bulkhead.vm.runtime.substitute;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomParameters;
import java.security.SecureRandomSpi;
import java.util.Objects;
import org.bulkhead.vm.runtime.random.Entropy;
import sun.security.provider.DRBG;

/** Secure random numbers by the JDK's DRBG, seeded by {@link Entropy}; generators are found by name in a fixed list. */
@Substitutes("java.security.SecureRandom")
final class SecureRandomSubstitution {
    private static final String NO_PROVIDERS = "no security providers";
    private static final String DEFAULT = "DRBG";

    @Alias private SecureRandomSpi secureRandomSpi;
    @Alias private String algorithm;

    @Alias
    private SecureRandomSubstitution(SecureRandomSpi generator, Provider provider, String algorithm) {}

    @Replace(reason = NO_PROVIDERS)
    private void getDefaultPRNG(boolean seeded, byte[] seed) {
        secureRandomSpi = new DRBG(null);
        algorithm = DEFAULT;
        if (seeded) {
            DrbgSubstitution.setSeed(secureRandomSpi, seed);
        }
    }

    private static SecureRandomSpi find(String algorithm, SecureRandomParameters parameters) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        switch (algorithm) {
            case "DRBG":
            case "NativePRNG":
            case "NativePRNGBlocking":
            case "NativePRNGNonBlocking":
                return new DRBG(parameters);
            case "SHA1PRNG":
                return new sun.security.provider.SecureRandom();
            default:
                throw new NoSuchAlgorithmException(algorithm + " SecureRandom not available");
        }
    }

    @Replace(reason = NO_PROVIDERS)
    public static SecureRandom getInstance(String algorithm) throws NoSuchAlgorithmException {
        return getInstance(algorithm, (SecureRandomParameters) null);
    }

    @Replace(reason = NO_PROVIDERS)
    public static SecureRandom getInstance(String algorithm, String provider) throws NoSuchAlgorithmException {
        return getInstance(algorithm, (SecureRandomParameters) null);
    }

    @Replace(reason = NO_PROVIDERS)
    public static SecureRandom getInstance(String algorithm, SecureRandomParameters parameters) throws NoSuchAlgorithmException {
        return (SecureRandom) (Object) new SecureRandomSubstitution(find(algorithm, parameters), null, algorithm);
    }

    @Replace(reason = NO_PROVIDERS)
    public static SecureRandom getInstanceStrong() throws NoSuchAlgorithmException {
        return getInstance(DEFAULT);
    }

    /** Names the seed of a generator, which is not public. */
    @Substitutes("java.security.SecureRandomSpi")
    abstract static class DrbgSubstitution {
        static void setSeed(SecureRandomSpi generator, byte[] seed) {
            ((DrbgSubstitution) (Object) generator).engineSetSeed(seed);
        }

        @Alias
        protected abstract void engineSetSeed(byte[] seed);
    }

    /** Always by a hash: the other mechanisms need ciphers and the security providers that have them. */
    @Substitutes("sun.security.provider.DRBG")
    static final class HashOnly {
        @Alias private AbstractDrbg impl;
        @Alias private Parameters mdp;

        private HashOnly() {}

        @Replace(reason = "the other mechanisms need ciphers and the security providers that have them")
        private void createImpl() {
            impl = (AbstractDrbg) (Object) new HashDrbg((SecureRandomParameters) (Object) mdp);
        }
    }

    /** Names a class that is not public. */
    @Substitutes("sun.security.provider.AbstractDrbg")
    abstract static class AbstractDrbg {
        private AbstractDrbg() {}
    }

    /** Names a class that is not public. */
    @Substitutes("sun.security.provider.MoreDrbgParameters")
    static final class Parameters {
        private Parameters() {}
    }

    /** Names a class that is not public. */
    @Substitutes("sun.security.provider.HashDrbg")
    static final class HashDrbg {
        @Alias
        HashDrbg(SecureRandomParameters parameters) {}
    }

    /** Where the JDK's generators take their seeds from. */
    @Substitutes("sun.security.provider.SeedGenerator")
    @Delete(reason = "seeds come from the processor and from timing")
    static final class Seeds {
        private static final int SYSTEM_SEED_BYTES = 32;
        private static final String SOURCES = "the JDK reads devices and files; here the processor and timing are the sources";

        private Seeds() {}

        @Replace(reason = SOURCES)
        public static void generateSeed(byte[] seed) {
            Entropy.fill(seed);
        }

        @Replace(reason = SOURCES)
        static byte[] getSystemEntropy() {
            byte[] seed = new byte[SYSTEM_SEED_BYTES];
            Entropy.fill(seed);
            return seed;
        }
    }
}
