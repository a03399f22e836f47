package org.bulkhead.programs.bench;

import java.util.Random;

/** A given amount of live data, of which a part is replaced all the time: what a collector has to look through again and again. */
public final class LiveData {
    private static final int MEBIBYTES = 8;
    /** About the bytes of one tree: 127 nodes, and an array of 16 bytes in each of its 64 leaves. */
    private static final int TREE_BYTES = 127 * 24 + 64 * 32;
    private static final int DEPTH = 6;
    private static final int LEAF_BYTES = 16;
    /** How often the live data is allocated over again. */
    private static final int TURNOVERS = 6;
    private static final long SEED = 42;

    private static final class Node {
        final Object left;
        final Object right;
        final int value;

        Node(Object left, Object right, int value) {
            this.left = left;
            this.right = right;
            this.value = value;
        }
    }

    private LiveData() {
    }

    /** Runs the kernel from the command line; the argument is the live data in MiB. */
    public static void main(String[] args) {
        Bench.main("LiveData", args, MEBIBYTES, LiveData::run);
    }

    /** Keeps {@code mebibytes} MiB alive, replaces every tree a few times in random order, and returns a sum over all. */
    public static long run(int mebibytes) {
        Node[] trees = new Node[(int) (((long) mebibytes << 20) / TREE_BYTES)];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = tree(DEPTH, i);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < trees.length * TURNOVERS; i++) {
            trees[random.nextInt(trees.length)] = tree(DEPTH, i);
        }
        long sum = 0;
        for (Node each : trees) {
            sum = sum * 31 + sum(each);
        }
        return sum;
    }

    private static Node tree(int depth, int value) {
        return depth == 0 ? new Node(new byte[LEAF_BYTES], null, value) : new Node(tree(depth - 1, value * 2), tree(depth - 1, value * 3 + 1), value ^ depth);
    }

    private static long sum(Object tree) {
        return tree instanceof Node ? ((Node) tree).value + sum(((Node) tree).left) - sum(((Node) tree).right) : 0;
    }
}
