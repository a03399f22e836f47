package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Binary trees of many sizes, built bottom-up and top-down while a large one stays. */
@AllocatesMuch
public final class Trees {
    private static final class Tree {
        Tree left;
        Tree right;
        int size = 1;
    }

    public static void main(String[] args) {
        Tree stays = bottomUp(15);
        long nodes = 0;
        for (int depth = 2; depth <= 12; depth += 2) {
            int rounds = 1 << 13 - depth;
            for (int i = 0; i < rounds; i++) {
                Tree a = bottomUp(depth);
                Tree b = new Tree();
                topDown(b, depth);
                nodes += count(a) + count(b);
            }
            Out.println(nodes);
        }
        Out.println(count(stays));
        Out.println(stays.size);
    }

    private static Tree bottomUp(int depth) {
        Tree t = new Tree();
        if (depth > 0) {
            t.left = bottomUp(depth - 1);
            t.right = bottomUp(depth - 1);
            t.size += t.left.size + t.right.size;
        }
        return t;
    }

    private static void topDown(Tree t, int depth) {
        if (depth > 0) {
            t.left = new Tree();
            t.right = new Tree();
            topDown(t.left, depth - 1);
            topDown(t.right, depth - 1);
        }
    }

    private static int count(Tree t) {
        return t == null ? 0 : 1 + count(t.left) + count(t.right);
    }
}
