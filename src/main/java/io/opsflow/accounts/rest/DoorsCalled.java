package io.opsflow.accounts.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/** Reads in the compiled code which front doors a method calls, by itself or by others of its package. */
final class DoorsCalled {

    private final Set<String> read = new HashSet<>();
    private final Set<Method> doors = new LinkedHashSet<>();

    List<Method> by(Method method) {
        Class<?> type = method.getDeclaringClass();
        follow(type.getPackageName(), type, method.getName(), Type.getMethodDescriptor(method));
        return List.copyOf(doors);
    }

    private void follow(String home, Class<?> type, String method, String descriptor) {
        if (!read.add(type.getName() + method + descriptor)) {
            return;
        }
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream code = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
            new ClassReader(code).accept(new Reader(home, method, descriptor), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void called(String home, String owner, String name, String descriptor) {
        String className = owner.replace('/', '.');
        if (!className.startsWith("io.opsflow.")) {
            return;
        }
        Class<?> type = ClassUtils.resolveClassName(className, getClass().getClassLoader());
        if (AnnotatedElementUtils.hasAnnotation(type, Service.class)) {
            Arrays.stream(type.getMethods())
                    .filter(one -> one.getName().equals(name)
                            && Type.getMethodDescriptor(one).equals(descriptor))
                    .forEach(doors::add);
        } else if (type.getPackageName().equals(home)) {
            follow(home, type, name, descriptor);
        }
    }

    private final class Reader extends ClassVisitor {

        private final String home;
        private final String method;
        private final String descriptor;

        Reader(String home, String method, String descriptor) {
            super(SpringAsmInfo.ASM_VERSION);
            this.home = home;
            this.method = method;
            this.descriptor = descriptor;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String described, @Nullable String signature, String @Nullable [] exceptions) {
            return name.equals(method) && described.equals(descriptor) ? new Calls(home) : null;
        }
    }

    private final class Calls extends MethodVisitor {

        private final String home;

        Calls(String home) {
            super(SpringAsmInfo.ASM_VERSION);
            this.home = home;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String described, boolean isInterface) {
            called(home, owner, name, described);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String described, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    called(home, handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }
}
