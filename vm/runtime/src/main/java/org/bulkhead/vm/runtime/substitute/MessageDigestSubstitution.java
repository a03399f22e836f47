package org.bulkhead.vm.runtime.substitute;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import sun.security.provider.MD5;
import sun.security.provider.SHA;

/** Digests are found by name in a fixed list instead of among the security providers that files configure. */
@Substitutes(value = "java.security.MessageDigest", initializer = Substitutes.Initializer.REPLACE)
final class MessageDigestSubstitution {
    private MessageDigestSubstitution() {}

    /** Ignores case by itself: String.toUpperCase would bring all of Unicode's tables into the image. */
    private static MessageDigestSpi find(String algorithm) {
        if (algorithm.equalsIgnoreCase("SHA-256")) {
            return (MessageDigestSpi) (Object) new Sha256();
        }
        if (algorithm.equalsIgnoreCase("MD5")) {
            return new MD5();
        }
        if (algorithm.equalsIgnoreCase("SHA") || algorithm.equalsIgnoreCase("SHA1") || algorithm.equalsIgnoreCase("SHA-1")) {
            return new SHA();
        }
        if (algorithm.equalsIgnoreCase("SHA-224")) {
            return (MessageDigestSpi) (Object) new Sha224();
        }
        if (algorithm.equalsIgnoreCase("SHA-384")) {
            return (MessageDigestSpi) (Object) new Sha384();
        }
        if (algorithm.equalsIgnoreCase("SHA-512")) {
            return (MessageDigestSpi) (Object) new Sha512();
        }
        return null;
    }

    @Replace(reason = "no security providers")
    public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
        java.util.Objects.requireNonNull(algorithm, "null algorithm name");
        MessageDigestSpi found = find(algorithm);
        if (found == null) {
            throw new NoSuchAlgorithmException(algorithm + " MessageDigest not available");
        }
        return (MessageDigest) (Object) new CloneableDelegate(found, algorithm, null);
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
}
