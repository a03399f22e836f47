package org.bulkhead.programs.bench;

/** Short-lived trees beside a long-lived one: allocation, pointer chasing, and the collector. */
public final class Allocation {
    private static final int ROUNDS = 800;
    private static final int SHORT_DEPTH = 12;
    private static final int LONG_DEPTH = 15;

    private static final class Node {
        final Node left;
        final Node right;
        final int value;

        Node(Node left, Node right, int value) {
            this.left = left;
            this.right = right;
            this.value = value;
        }

        int sum() {
            return left == null ? value : value + left.sum() - right.sum();
        }
    }

    private Allocation() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("Allocation", args, ROUNDS, Allocation::run);
    }

    /** Builds {@code n} trees of 8191 nodes while one of 65535 stays alive, and returns a sum over all. */
    public static long run(int n) {
        Node longLived = tree(LONG_DEPTH, 1);
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum = sum * 31 + tree(SHORT_DEPTH, i).sum();
        }
        return sum + longLived.sum();
    }

    private static Node tree(int depth, int value) {
        return depth == 0 ? new Node(null, null, value)
            : new Node(tree(depth - 1, value * 2), tree(depth - 1, value * 3 + 1), value ^ depth);
    }
}
