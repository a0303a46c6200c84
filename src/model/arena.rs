//! Lists whose elements are named by a typed index instead of by a text.

use std::marker::PhantomData;

/// A list that only hands out indexes of its own elements, so that every index is good.
#[derive(Debug, Clone)]
pub struct Arena<I, T> {
    elements: Vec<T>,
    index: PhantomData<I>,
}

impl<I, T> Default for Arena<I, T> {
    fn default() -> Self {
        Self { elements: Vec::new(), index: PhantomData }
    }
}

/// An index of one arena.
pub trait Index: Copy {
    fn from_usize(at: usize) -> Self;
    fn to_usize(self) -> usize;
}

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $crate::model::arena::Index for $name {
            fn from_usize(at: usize) -> Self {
                Self(at)
            }
            fn to_usize(self) -> usize {
                self.0
            }
        }
    };
}
pub(crate) use index;

impl<I: Index, T> Arena<I, T> {
    pub fn push(&mut self, element: T) -> I {
        self.elements.push(element);
        I::from_usize(self.elements.len() - 1)
    }

    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "indexes are only made by push, and nothing is ever removed"
    )]
    pub fn get(&self, at: I) -> &T {
        &self.elements[at.to_usize()]
    }

    #[expect(clippy::indexing_slicing, reason = "as in `get`")]
    pub fn get_mut(&mut self, at: I) -> &mut T {
        &mut self.elements[at.to_usize()]
    }

    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + Clone {
        self.elements.iter().enumerate().map(|(at, element)| (I::from_usize(at), element))
    }

    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.elements.iter()
    }

    pub fn indexes(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.elements.len()).map(I::from_usize)
    }

    #[must_use]
    pub fn before(&self, at: I) -> Option<I> {
        at.to_usize().checked_sub(1).map(I::from_usize)
    }

    #[must_use]
    pub fn after(&self, at: I) -> Option<I> {
        let next = at.to_usize() + 1;
        (next < self.elements.len()).then(|| I::from_usize(next))
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }
}
