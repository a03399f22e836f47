package org.bulkhead.vm.runtime.substitute;

import java.util.jar.Manifest;

/** Signatures of jars are not checked: every jar is read as one that is not signed. */
@Substitutes("java.util.jar.JarVerifier")
@Delete(reason = JarVerifierSubstitution.UNSIGNED)
final class JarVerifierSubstitution {
    static final String UNSIGNED = "signatures of jars need certificates and security providers: a jar is read as if it had none";

    @Alias final String manifestName;

    @Replace(reason = UNSIGNED)
    private JarVerifierSubstitution(String manifestName, byte[] manifest) {
        this.manifestName = manifestName;
    }

    @Replace(reason = UNSIGNED)
    boolean nothingToVerify() {
        return true;
    }

    /** Is made beside the verifier and never asked. */
    @Substitutes("sun.security.util.ManifestEntryVerifier")
    @Delete(reason = UNSIGNED)
    static final class EntryVerifier {
        @Replace(reason = UNSIGNED)
        private EntryVerifier(Manifest manifest, String manifestName) {}
    }
}
