package org.wiregrade.build.probe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A list that knows whether its lock is held, and says where in the program it is used while others may change it.
 *
 * <p>That the calling thread does not hold the lock proves nothing, since another may hold it for this one and wait. So a
 * third thread takes the lock while the call is under way: where that succeeds, whoever changes the list could have done so.
 * How many there are in it, which tells nothing that could be torn, may be asked at any time.
 */
public final class GuardedList<E> extends ArrayList<E> {
    /** What such a line begins with; the line's number in the class follows. */
    public static final String TAG = "[WIREGRADE] list used without its lock, line ";

    private static final long serialVersionUID = 1L;
    private static final int MOST_TRIALS = 5;
    private static final long PATIENCE_MS = 50;
    private static final AtomicInteger TRIALS = new AtomicInteger();

    private static volatile Object lock;

    private final String owner;

    private GuardedList(String owner) {
        this.owner = owner;
    }

    /** Called where a program makes its list, which is empty then; the class is named whose lines are told. */
    public static List<?> of(List<?> list, String owner) {
        if (!list.isEmpty()) {
            throw new IllegalStateException("a list that is not new");
        }
        return new GuardedList<>(owner);
    }

    /** Called with the object that guards it. */
    public static void by(Object guard) {
        lock = guard;
    }

    @Override
    public E get(int index) {
        requireLock();
        return super.get(index);
    }

    @Override
    public Iterator<E> iterator() {
        requireLock();
        return super.iterator();
    }

    @Override
    public ListIterator<E> listIterator() {
        requireLock();
        return super.listIterator();
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        requireLock();
        return super.listIterator(index);
    }

    @Override
    public Spliterator<E> spliterator() {
        requireLock();
        return super.spliterator();
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        requireLock();
        super.forEach(action);
    }

    @Override
    public Object[] toArray() {
        requireLock();
        return super.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        requireLock();
        return super.toArray(array);
    }

    @Override
    public int indexOf(Object element) {
        requireLock();
        return super.indexOf(element);
    }

    @Override
    public List<E> subList(int from, int to) {
        requireLock();
        return super.subList(from, to);
    }

    @Override
    public boolean add(E element) {
        requireLock();
        return super.add(element);
    }

    @Override
    public boolean remove(Object element) {
        requireLock();
        return super.remove(element);
    }

    @Override
    public E remove(int index) {
        requireLock();
        return super.remove(index);
    }

    @Override
    public boolean removeIf(Predicate<? super E> unwanted) {
        requireLock();
        return super.removeIf(unwanted);
    }

    private void requireLock() {
        Object guard = lock;
        if (guard != null
                && !Thread.holdsLock(guard)
                && TRIALS.get() < MOST_TRIALS
                && TRIALS.incrementAndGet() <= MOST_TRIALS
                && isFree(guard)) {
            tell();
        }
    }

    private void tell() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (frame.getClassName().equals(owner) || frame.getClassName().startsWith(owner + "$")) {
                String line = "\n" + TAG + frame.getLineNumber() + "\n";
                try {
                    // It is not closed, since it is the program's own output.
                    new FileOutputStream(FileDescriptor.out).write(line.getBytes(StandardCharsets.UTF_8));
                    TRIALS.set(MOST_TRIALS);
                } catch (IOException e) {
                    // Then nobody hears it.
                }
                return;
            }
        }
    }

    private static boolean isFree(Object guard) {
        CountDownLatch taken = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            synchronized (guard) {
                taken.countDown();
            }
        });
        other.setDaemon(true);
        other.start();
        try {
            return taken.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
