package org.bulkhead.processor.manifest;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.Diagnostic;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.Right;
import org.bulkhead.isolate.manifest.rules.RightKind;

/**
 * Finds calls in isolates' classes that ask for a right by a constant which the manifest does not name, once javac knows what the calls mean. What other classes ask for on
 * behalf of an isolate, and whether the code is reached at all, only the builder sees.
 */
final class GrantRequests implements TaskListener {
    private final Trees trees;
    private final Map<Element, DeclaredManifest> manifests = new HashMap<>();

    private GrantRequests(Trees trees) {
        this.trees = trees;
    }

    /** Begins to listen to the compiler, if it is javac; with another one nothing is found, and the builder finds it later. */
    static GrantRequests in(ProcessingEnvironment environment) {
        GrantRequests requests = new GrantRequests(SourceLines.trees(environment).orElse(null));
        if (requests.trees != null) {
            JavacTask.instance(environment).addTaskListener(requests);
        }
        return requests;
    }

    /** Holds the code of a class to its manifest. */
    void expect(TypeElement type, DeclaredManifest manifest) {
        manifests.put(type, manifest);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && !manifests.isEmpty()) {
            TreePath path = trees.getPath(event.getTypeElement());
            if (path != null) {
                new Scanner().scan(path, null);
            }
        }
    }

    private final class Scanner extends TreePathScanner<Void, DeclaredManifest> {
        @Override
        public Void visitClass(ClassTree type, DeclaredManifest around) {
            return super.visitClass(type, manifests.getOrDefault(trees.getElement(getCurrentPath()), around));
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, DeclaredManifest manifest) {
            if (manifest != null && trees.getElement(getCurrentPath()) instanceof ExecutableElement called) {
                check(call, called, manifest);
            }
            return super.visitMethodInvocation(call, manifest);
        }

        private void check(MethodInvocationTree call, ExecutableElement called, DeclaredManifest manifest) {
            String owner = ((TypeElement) called.getEnclosingElement()).getQualifiedName().toString();
            List<Right> wanted = new ArrayList<>();
            for (RightKind kind : RightKind.values()) {
                for (RightKind.Request request : kind.requests()) {
                    if (request.matches(owner, called.getSimpleName().toString())) {
                        Object name = request.argument() == null ? "" : constant(call.getArguments().get(0));
                        if (name != null) {
                            wanted.add(new Right(kind, name.toString()));
                        }
                    }
                }
            }
            if (!wanted.isEmpty() && wanted.stream().noneMatch(manifest.rights()::containsKey)) {
                trees.printMessage(Diagnostic.Kind.ERROR, manifest.missing(wanted.get(0)), call, getCurrentPath().getCompilationUnit());
            }
        }

        private Object constant(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal) {
                return literal.getValue();
            }
            if (expression instanceof ParenthesizedTree inner) {
                return constant(inner.getExpression());
            }
            if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                Object left = constant(sum.getLeftOperand());
                Object right = constant(sum.getRightOperand());
                return left instanceof String && right != null ? left + right.toString() : null;
            }
            return trees.getElement(new TreePath(getCurrentPath(), expression)) instanceof VariableElement variable ? variable.getConstantValue() : null;
        }
    }
}
