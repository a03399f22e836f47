package org.bulkhead.vm.linker.module;

import org.bulkhead.vm.linker.Digest;

/** What a sealed module is found by in a cache: the digest of the image's identity, the jar's bytes and the version of the format. */
public final class ModuleKey {
    private ModuleKey() {}

    /** Returns the 32 bytes of the key of the module that is made of a jar for an image. */
    public static byte[] of(byte[] imageIdentity, byte[] jar) {
        return new Digest().add(SealedModuleFormat.VERSION).add(imageIdentity).add(jar).finish();
    }
}
