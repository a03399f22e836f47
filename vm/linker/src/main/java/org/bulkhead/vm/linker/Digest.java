package org.bulkhead.vm.linker;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which images, jars and modules are told apart and damage is found. */
public final class Digest {
    /** Bytes of a digest. */
    public static final int SIZE = 32;

    private final MessageDigest digest;

    public Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Digest add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds four bytes, the lowest first. */
    public Digest add(int value) {
        return add(new byte[] {(byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)});
    }

    /** Returns the digest of all that was added, and begins anew. */
    public byte[] finish() {
        return digest.digest();
    }
}
