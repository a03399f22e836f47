package org.bulkhead.programs.lang.exceptions;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has called, as a walk over the stack tells it. */
public final class StackWalks {
    private static final StackWalker PLAIN = StackWalker.getInstance();

    private StackWalks() {}

    public static void main(String[] args) {
        Member member = new Member();
        System.out.println(member.frames());
        System.out.println(deep(3));
        System.out.println(throughLambda(() -> PLAIN.walk(frames -> frames.filter(StackWalks::isOwn).map(StackFrame::getMethodName).filter(name -> !name.contains("lambda")).collect(Collectors.joining(" ")))));
        System.out.println(firstOutside("org.bulkhead.programs.lang.exceptions.StackWalks$").map(StackFrame::getMethodName).orElse("none"));
        PLAIN.forEach(frame -> {
            if (isOwn(frame)) {
                System.out.println(frame + " = " + frame.toStackTraceElement() + " " + frame.isNativeMethod());
            }
        });
        System.out.println(PLAIN.walk(StackWalks::count) + " " + StackWalker.getInstance(Set.of(Option.SHOW_REFLECT_FRAMES), 4).walk(StackWalks::count));
        refusals();
        System.out.println(Initialised.TEXT);
    }

    /** What has called {@code main} is not the program's. */
    private static boolean isOwn(StackFrame frame) {
        return frame.getClassName().startsWith(StackWalks.class.getName());
    }

    private static long count(Stream<StackFrame> frames) {
        return frames.filter(StackWalks::isOwn).count();
    }

    private static List<String> deep(int depth) {
        return depth == 0 ? PLAIN.walk(frames -> frames.limit(3).map(frame -> frame.getMethodName() + ":" + frame.getLineNumber()).toList()) : deep(depth - 1);
    }

    private static String throughLambda(Supplier<String> supplier) {
        return supplier.get();
    }

    private static Optional<StackFrame> firstOutside(String prefix) {
        return new Member().walk(prefix);
    }

    private static void refusals() {
        try {
            PLAIN.getCallerClass();
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
        try {
            PLAIN.walk(frames -> frames.map(StackFrame::getDeclaringClass).toList());
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
        try {
            PLAIN.walk(frames -> {
                throw new IllegalStateException("from the function");
            });
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            PLAIN.walk(null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }

    /** A member class. */
    private static final class Member {
        List<String> frames() {
            return PLAIN.walk(frames -> frames.filter(StackWalks::isOwn).map(frame -> frame.getClassName() + " " + frame.getMethodName() + " " + frame.getFileName() + ":"
                + frame.getLineNumber()).toList());
        }

        Optional<StackFrame> walk(String prefix) {
            return PLAIN.walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(prefix)).findFirst());
        }
    }

    /** Is initialised from {@code main}. */
    private static final class Initialised {
        static final String TEXT = PLAIN.walk(frames -> frames.filter(StackWalks::isOwn).map(StackFrame::getMethodName).collect(Collectors.joining(" ")));
    }
}
