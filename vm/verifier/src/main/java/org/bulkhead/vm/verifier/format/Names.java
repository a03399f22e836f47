package org.bulkhead.vm.verifier.format;

/** Names and descriptors (JVMS 4.2 and 4.3). */
public final class Names {
    public static final String CONSTRUCTOR = "<init>";
    public static final String CLASS_INITIALIZER = "<clinit>";
    private static final int MAX_DIMENSIONS = 255;
    /** Most slots of a method's arguments, the receiver included (JVMS 4.3.3). */
    static final int MAX_ARGUMENT_SLOTS = 255;

    private Names() {}

    /** Returns whether the text may be the name of a field, a local variable or a segment of a class name. */
    static boolean isUnqualified(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == ';' || c == '[' || c == '/') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Returns whether the text may be the name of a method; the special names are not among them. */
    static boolean isMethodName(String name) {
        return isUnqualified(name) && name.indexOf('<') < 0 && name.indexOf('>') < 0;
    }

    /** Returns whether the text is the internal name of a class or interface. */
    static boolean isClassName(String name) {
        int start = 0;
        while (true) {
            int slash = name.indexOf('/', start);
            if (!isUnqualified(name.substring(start, slash < 0 ? name.length() : slash))) {
                return false;
            }
            if (slash < 0) {
                return true;
            }
            start = slash + 1;
        }
    }

    /** Returns whether the text is a field descriptor. */
    static boolean isFieldDescriptor(String descriptor) {
        return !descriptor.isEmpty() && endOfField(descriptor, 0) == descriptor.length();
    }

    /** Returns whether the text is a method descriptor, with no more arguments than a method may have besides its receiver. */
    static boolean isMethodDescriptor(String descriptor) {
        if (descriptor.isEmpty() || descriptor.charAt(0) != '(') {
            return false;
        }
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            at = endOfField(descriptor, at);
            if (at < 0) {
                return false;
            }
        }
        if (at >= descriptor.length()) {
            return false;
        }
        String result = descriptor.substring(at + 1);
        return result.equals("V") || isFieldDescriptor(result);
    }

    /** Returns the slots that the arguments of a method descriptor take, the receiver not included. */
    public static int argumentSlots(String descriptor) {
        int slots = 0;
        for (int at = 1; descriptor.charAt(at) != ')'; at = endOfField(descriptor, at)) {
            char kind = descriptor.charAt(at);
            slots += kind == 'J' || kind == 'D' ? 2 : 1;
        }
        return slots;
    }

    /** Returns where the field descriptor that begins at {@code start} ends, or -1 if none does. */
    public static int endOfField(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
        }
        if (at - start > MAX_DIMENSIONS || at >= text.length()) {
            return -1;
        }
        switch (text.charAt(at)) {
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z':
                return at + 1;
            case 'L':
                int end = text.indexOf(';', at);
                return end > 0 && isClassName(text.substring(at + 1, end)) ? end + 1 : -1;
            default:
                return -1;
        }
    }

    /** Returns the number of dimensions of an array's descriptor, 0 for others. */
    public static int dimensions(String descriptor) {
        int count = 0;
        while (count < descriptor.length() && descriptor.charAt(count) == '[') {
            count++;
        }
        return count;
    }
}
