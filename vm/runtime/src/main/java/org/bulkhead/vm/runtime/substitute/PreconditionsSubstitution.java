package org.bulkhead.vm.runtime.substitute;

import java.util.List;

/** Keeps String.format out of every program that indexes a list. */
@Substitutes("jdk.internal.util.Preconditions")
final class PreconditionsSubstitution {
    private PreconditionsSubstitution() {}

    @Replace(reason = "the same texts without String.format, which would bring regular expressions and locales into every image")
    private static String outOfBoundsMessage(String checkKind, List<? extends Number> arguments) {
        if (checkKind == null && arguments == null) {
            return "Range check failed";
        }
        if (checkKind == null) {
            return "Range check failed: " + arguments;
        }
        if (arguments == null) {
            return "Range check failed: " + checkKind;
        }
        int expected = checkKind.equals("checkIndex") ? 2 : 3;
        if (arguments.size() == expected) {
            Number first = arguments.get(0);
            Number second = arguments.get(1);
            switch (checkKind) {
                case "checkIndex":
                    return "Index " + first + " out of bounds for length " + second;
                case "checkFromToIndex":
                    return "Range [" + first + ", " + second + ") out of bounds for length " + arguments.get(2);
                case "checkFromIndexSize":
                    return "Range [" + first + ", " + first + " + " + second + ") out of bounds for length " + arguments.get(2);
                default:
                    break;
            }
        }
        return "Range check failed: " + checkKind + " " + arguments;
    }
}
