package org.bulkhead.vm.runtime.substitute;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Objects;
import sun.security.provider.MD2;
import sun.security.provider.MD5;
import sun.security.provider.SHA;

/**
 * Digests are found by name in a fixed list instead of among the security providers that files configure.
 *
 * <p>A call with the literal name of one of the usual digests becomes a call of its {@code instanceOf…} here ({@code DigestTransform}), so a program has only the digests that it names.
 */
@Substitutes(value = "java.security.MessageDigest", initializer = Substitutes.Initializer.REPLACE)
final class MessageDigestSubstitution {
    private MessageDigestSubstitution() {}

    private static MessageDigestSpi find(String algorithm) {
        return switch (upperCase(algorithm)) {
            case "MD2" -> new MD2();
            case "MD5" -> new MD5();
            case "SHA-1", "SHA", "SHA1" -> new SHA();
            case "SHA-224" -> (MessageDigestSpi) (Object) new Sha224();
            case "SHA-256" -> (MessageDigestSpi) (Object) new Sha256();
            case "SHA-384" -> (MessageDigestSpi) (Object) new Sha384();
            case "SHA-512" -> (MessageDigestSpi) (Object) new Sha512();
            case "SHA-512/224" -> (MessageDigestSpi) (Object) new Sha512With224();
            case "SHA-512/256" -> (MessageDigestSpi) (Object) new Sha512With256();
            case "SHA3-224" -> (MessageDigestSpi) (Object) new Sha3With224();
            case "SHA3-256" -> (MessageDigestSpi) (Object) new Sha3With256();
            case "SHA3-384" -> (MessageDigestSpi) (Object) new Sha3With384();
            case "SHA3-512" -> (MessageDigestSpi) (Object) new Sha3With512();
            default -> null;
        };
    }

    /** String.toUpperCase would bring all of Unicode's tables into the image. */
    private static String upperCase(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] >= 'a' && letters[i] <= 'z') {
                letters[i] -= 'a' - 'A';
            }
        }
        return new String(letters);
    }

    private static MessageDigest of(MessageDigestSpi implementation, String algorithm) {
        return (MessageDigest) (Object) new CloneableDelegate(implementation, algorithm, null);
    }

    static MessageDigest instanceOfMD5() {
        return of(new MD5(), "MD5");
    }

    static MessageDigest instanceOfSHA1() {
        return of(new SHA(), "SHA-1");
    }

    static MessageDigest instanceOfSHA256() {
        return of((MessageDigestSpi) (Object) new Sha256(), "SHA-256");
    }

    static MessageDigest instanceOfSHA512() {
        return of((MessageDigestSpi) (Object) new Sha512(), "SHA-512");
    }

    @Replace(reason = "no security providers")
    public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        MessageDigestSpi found = find(algorithm);
        if (found == null) {
            throw new NoSuchAlgorithmException(algorithm + " MessageDigest not available");
        }
        return of(found, algorithm);
    }

    @Replace(reason = "no security providers")
    public static MessageDigest getInstance(String algorithm, String provider) throws NoSuchAlgorithmException {
        return getInstance(algorithm);
    }

    @Replace(reason = "the provider is null")
    public String toString() {
        return ((MessageDigest) (Object) this).getAlgorithm() + " Message Digest";
    }

    /** Names the digest that stands before an implementation that can be cloned, as all of these can; Delegate.of would ask the provider. */
    @Substitutes("java.security.MessageDigest$Delegate$CloneableDelegate")
    static final class CloneableDelegate {
        @Alias
        CloneableDelegate(MessageDigestSpi digest, String algorithm, Provider provider) {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA2$SHA224")
    static final class Sha224 {
        @Alias
        Sha224() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA2$SHA256")
    static final class Sha256 {
        @Alias
        Sha256() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA5$SHA384")
    static final class Sha384 {
        @Alias
        Sha384() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA5$SHA512")
    static final class Sha512 {
        @Alias
        Sha512() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA5$SHA512_224")
    static final class Sha512With224 {
        @Alias
        Sha512With224() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA5$SHA512_256")
    static final class Sha512With256 {
        @Alias
        Sha512With256() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA3$SHA224")
    static final class Sha3With224 {
        @Alias
        Sha3With224() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA3$SHA256")
    static final class Sha3With256 {
        @Alias
        Sha3With256() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA3$SHA384")
    static final class Sha3With384 {
        @Alias
        Sha3With384() {}
    }

    /** Names an implementation that is not public. */
    @Substitutes("sun.security.provider.SHA3$SHA512")
    static final class Sha3With512 {
        @Alias
        Sha3With512() {}
    }
}
