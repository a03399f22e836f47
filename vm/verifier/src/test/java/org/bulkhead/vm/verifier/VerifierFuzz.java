package org.bulkhead.vm.verifier;

import java.util.List;

/**
 * The property that fuzzing tries to break: whatever the bytes are, the verifier accepts or refuses them by its own exception with one line; and what it accepts HotSpot's verifier accepts.
 *
 * <p>The first two bytes of the input choose a class file to begin with, one of those made by hand or a good one; the others change it: three bytes each, a position and what stands there.
 */
public final class VerifierFuzz {
    private static final int CHANGE = 3;
    private static final List<byte[]> BEGINNINGS = GoodSeeds.with(BadClass.all().stream().map(BadClass::file).toList());

    private VerifierFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        byte[] file = BEGINNINGS.get(u2(data, 0) % BEGINNINGS.size()).clone();
        for (int i = 2; i + CHANGE <= data.length; i += CHANGE) {
            file[u2(data, i) % file.length] = data[i + 2];
        }
        check(file);
    }

    private static int u2(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }

    /** Checks the property for one class file. */
    static void check(byte[] file) {
        HostHierarchy hierarchy = new HostHierarchy();
        hierarchy.add(file);
        try {
            Verifier.verify(file, hierarchy);
        } catch (VerificationProblem problem) {
            if (problem.getMessage().lines().count() > 1) {
                throw new AssertionError("more than one line: " + problem.getMessage());
            }
            return;
        }
        try {
            HotSpot.link(file);
        } catch (VerifyError | ClassFormatError e) {
            // HotSpot compares the two tables of local variables for debuggers with each other, which the specification does not ask for.
            if (e.getMessage().startsWith("LVTT")) {
                return;
            }
            throw new AssertionError("accepted here, refused by HotSpot: " + e.getMessage(), e);
        } catch (LinkageError e) {
            // Of other rules than the verifier's: a class of that name is there, a superclass is missing.
        }
    }
}
