package org.bulkhead.vm.verifier;

import java.util.List;
import java.util.function.Consumer;

/**
 * A class file that must be refused.
 *
 * @param what is wrong with it
 * @param kind as it must be refused
 * @param method name and descriptor that the refusal must name, or null
 * @param offset that it must name
 * @param file the class
 * @param hotSpot whether HotSpot refuses it as well
 */
record BadClass(String what, VerificationProblem.Kind kind, String method, int offset, byte[] file, boolean hotSpot) {
    static final String M = "m()V";

    static BadClass of(String what, VerificationProblem.Kind kind, String method, int offset, Consumer<RawClass> content) {
        RawClass made = new RawClass();
        content.accept(made);
        return new BadClass(what, kind, method, offset, made.toBytes(), true);
    }

    /** One whose format is broken, in no method. */
    static BadClass format(String what, Consumer<RawClass> content) {
        return of(what, VerificationProblem.Kind.MALFORMED, null, VerificationProblem.NO_OFFSET, content);
    }

    /** One whose method {@code static void m()} breaks a rule at an offset. */
    static BadClass code(String what, int offset, Consumer<RawClass> content) {
        return of(what, VerificationProblem.Kind.UNVERIFIABLE, M, offset, content);
    }

    /** Refused here and not by HotSpot, for a reason that the verifier's documentation gives. */
    BadClass hereOnly() {
        return new BadClass(what, kind, method, offset, file, false);
    }

    BadClass in(String named) {
        return new BadClass(what, kind, named, offset, file, hotSpot);
    }

    BadClass at(int where) {
        return new BadClass(what, kind, method, where, file, hotSpot);
    }

    BadClass malformed() {
        return new BadClass(what, VerificationProblem.Kind.MALFORMED, method, offset, file, hotSpot);
    }

    static List<BadClass> all() {
        return java.util.stream.Stream.of(BadFormats.all(), BadMembers.all(), BadInstructions.all(), BadOperands.all(), BadStackMaps.all(), BadObjects.all()).flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
        return what;
    }
}
