package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Interface methods on classes that implement them directly, by inheritance, or several interfaces at once. */
public final class InterfaceDispatch {
    private interface Sized {
        int size();
    }

    private interface Named {
        String name();
    }

    private interface SizedAndNamed extends Sized, Named {
        int twice();
    }

    private static class Base {
        public int size() {
            return 11;
        }
    }

    private static final class Inherits extends Base implements Sized {
    }

    private static final class Both implements SizedAndNamed {
        @Override
        public int size() {
            return 22;
        }

        @Override
        public String name() {
            return "both";
        }

        @Override
        public int twice() {
            return size() * 2;
        }
    }

    private static class Direct implements Named, Sized {
        @Override
        public int size() {
            return 33;
        }

        @Override
        public String name() {
            return "direct";
        }
    }

    private static final class Below extends Direct {
        @Override
        public int size() {
            return super.size() + 1;
        }
    }

    public static void main(String[] args) {
        Sized[] sized = {new Inherits(), new Both(), new Direct(), new Below()};
        long sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum = sum * 5 + sized[i % 4].size() & 0xFFFFFFFFFFL;
        }
        Out.println(sum);
        Named[] named = {new Both(), new Direct(), new Below()};
        for (Named n : named) {
            Out.print(n.name());
            Out.print(' ');
            Out.println(((Sized) n).size());
        }
        SizedAndNamed b = (SizedAndNamed) sized[1];
        Out.println(b.size() + b.twice() + b.name().length());
    }
}
