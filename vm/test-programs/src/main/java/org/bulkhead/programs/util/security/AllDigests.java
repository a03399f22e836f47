package org.bulkhead.programs.util.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Every digest and every authentication code, in one go, in pieces, cloned in the middle. */
@AllocatesMuch
public final class AllDigests {
    public static void main(String[] args) throws GeneralSecurityException, CloneNotSupportedException {
        byte[] data = new byte[1000];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 7);
        }
        HexFormat hex = HexFormat.of();
        for (String name : new String[] {"MD2", "MD5", "SHA-1", "sha", "SHA1", "SHA-224", "sha-256", "SHA-384", "SHA-512", "SHA-512/224", "SHA-512/256", "SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512"}) {
            MessageDigest digest = MessageDigest.getInstance(name);
            digest.update(data, 0, 333);
            MessageDigest clone = (MessageDigest) digest.clone();
            digest.update(data[333]);
            digest.update(ByteBuffer.wrap(data, 334, 666));
            Out.println(name + " " + digest.getAlgorithm() + " " + digest.getDigestLength() + " " + hex.formatHex(digest.digest()) + " " + hex.formatHex(clone.digest()) + " " + MessageDigest.isEqual(digest.digest(data), digest.digest(data)));
        }
        Out.println(hex.formatHex(MessageDigest.getInstance("MD5").digest()) + hex.formatHex(MessageDigest.getInstance("SHA-1").digest()) + hex.formatHex(MessageDigest.getInstance("SHA-256").digest()) + hex.formatHex(MessageDigest.getInstance("SHA-512").digest()));
        for (String name : new String[] {"HmacMD5", "HmacSHA1", "HmacSHA224", "HmacSHA256", "HmacSHA384", "HmacSHA512", "HmacSHA512/256", "HmacSHA3-256"}) {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec("a key of the test".getBytes(StandardCharsets.US_ASCII), name));
            mac.update(data, 5, 100);
            Out.println(mac.getAlgorithm() + " " + mac.getMacLength() + " " + hex.formatHex(mac.doFinal(data)) + " " + hex.formatHex(mac.doFinal()));
        }
        try {
            MessageDigest.getInstance("SHA-0");
        } catch (NoSuchAlgorithmException e) {
            Out.println(e.getMessage());
        }
        try {
            Mac.getInstance("HmacNone");
        } catch (NoSuchAlgorithmException e) {
            Out.println(e.getMessage());
        }
        Out.println(UUID.nameUUIDFromBytes(data) + " " + new UUID(1, 2) + " " + UUID.fromString("00112233-4455-6677-8899-aabbccddeeff").version());
    }
}
