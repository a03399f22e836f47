package org.bulkhead.vm.runtime.substitute;

import com.sun.crypto.provider.HmacMD5;
import com.sun.crypto.provider.HmacSHA1;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** Message authentication codes are found by name in a fixed list: those made of digests. */
@Substitutes("javax.crypto.Mac")
final class MacSubstitution {
    private static final String NO_PROVIDERS = "no security providers";

    @Alias private Implementation spi;

    @Alias
    private MacSubstitution(MacSpi implementation, Provider provider, String algorithm) {}

    private static MacSpi find(String algorithm) throws NoSuchAlgorithmException {
        return switch (algorithm) {
            case "HmacMD5" -> new HmacMD5();
            case "HmacSHA1" -> new HmacSHA1();
            case "HmacSHA224" -> (MacSpi) (Object) new Sha224();
            case "HmacSHA256" -> (MacSpi) (Object) new Sha256();
            case "HmacSHA384" -> (MacSpi) (Object) new Sha384();
            case "HmacSHA512" -> (MacSpi) (Object) new Sha512();
            case "HmacSHA512/224" -> (MacSpi) (Object) new Sha512With224();
            case "HmacSHA512/256" -> (MacSpi) (Object) new Sha512With256();
            case "HmacSHA3-224" -> (MacSpi) (Object) new Sha3With224();
            case "HmacSHA3-256" -> (MacSpi) (Object) new Sha3With256();
            case "HmacSHA3-384" -> (MacSpi) (Object) new Sha3With384();
            case "HmacSHA3-512" -> (MacSpi) (Object) new Sha3With512();
            default -> throw new NoSuchAlgorithmException("Algorithm " + algorithm + " not available");
        };
    }

    @Replace(reason = NO_PROVIDERS)
    public static Mac getInstance(String algorithm) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        return (Mac) (Object) new MacSubstitution(find(algorithm), null, algorithm);
    }

    @Replace(reason = NO_PROVIDERS)
    public static Mac getInstance(String algorithm, String provider) throws NoSuchAlgorithmException {
        return getInstance(algorithm);
    }

    @Replace(reason = "there is one implementation of each, made when asked for")
    void chooseFirstProvider() {}

    @Replace(reason = "there is one implementation of each, made when asked for")
    private void chooseProvider(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException, InvalidAlgorithmParameterException {
        spi.engineInit(key, parameters);
    }

    /** Names the implementation's method, which is not public. */
    @Substitutes("javax.crypto.MacSpi")
    abstract static class Implementation {
        @Alias
        protected abstract void engineInit(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException, InvalidAlgorithmParameterException;
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA224")
    static final class Sha224 {
        @Alias
        Sha224() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA256")
    static final class Sha256 {
        @Alias
        Sha256() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA384")
    static final class Sha384 {
        @Alias
        Sha384() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA512")
    static final class Sha512 {
        @Alias
        Sha512() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA512_224")
    static final class Sha512With224 {
        @Alias
        Sha512With224() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA512_256")
    static final class Sha512With256 {
        @Alias
        Sha512With256() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA3_224")
    static final class Sha3With224 {
        @Alias
        Sha3With224() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA3_256")
    static final class Sha3With256 {
        @Alias
        Sha3With256() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA3_384")
    static final class Sha3With384 {
        @Alias
        Sha3With384() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("com.sun.crypto.provider.HmacCore$HmacSHA3_512")
    static final class Sha3With512 {
        @Alias
        Sha3With512() {}
    }
}
