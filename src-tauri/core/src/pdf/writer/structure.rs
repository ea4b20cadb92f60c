//! The structure of a document for assistive technology (tagged PDF, ISO 32000-1 §14.7).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::content::tag;
use crate::pdf::layout::{Cell, Layout, Role, Table};

/// Marked content: page and number on it.
#[derive(Clone, Copy)]
struct Marked {
    page: ObjectId,
    id: i64,
}

/// An element of the structure before it has a place in the file.
enum Element {
    Leaf { role: Role, marked: Marked },
    Table(Vec<Vec<(Cell, Vec<Marked>)>>),
}

/// Adds the structure of a layout to its file; returns the root of it.
pub fn add(file: &mut Document, layout: &Layout) -> ObjectId {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut writing =
        Writing { root: file.new_object_id(), parents: vec![Vec::new(); pages.len()], pages, file };
    let document = writing.file.new_object_id();
    let children: Vec<Object> = elements(layout, &writing.pages)
        .into_iter()
        .map(|element| writing.element(element, document).into())
        .collect();
    writing.finish(document, children)
}

fn elements(layout: &Layout, pages: &[ObjectId]) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut tables: BTreeMap<Table, usize> = BTreeMap::new();
    for (page, &page_id) in layout.pages.iter().zip(pages) {
        let marked = page.blocks.iter().filter(|block| block.role != Role::Artifact);
        for (block, id) in marked.zip(0..) {
            let marked = Marked { page: page_id, id };
            let Role::Cell(cell) = block.role else {
                elements.push(Element::Leaf { role: block.role.clone(), marked });
                continue;
            };
            let index = *tables.entry(cell.table).or_insert_with(|| {
                elements.push(Element::Table(Vec::new()));
                elements.len() - 1
            });
            if let Some(Element::Table(rows)) = elements.get_mut(index) {
                add_cell(rows, cell, marked);
            }
        }
    }
    elements
}

fn add_cell(rows: &mut Vec<Vec<(Cell, Vec<Marked>)>>, cell: Cell, marked: Marked) {
    match rows.last_mut() {
        Some(row) if row.first().is_some_and(|(first, _)| first.row == cell.row) => {
            match row.iter_mut().find(|(known, _)| known.column == cell.column) {
                Some((_, content)) => content.push(marked),
                None => row.push((cell, vec![marked])),
            }
        }
        _ => rows.push(vec![(cell, vec![marked])]),
    }
}

struct Writing<'a> {
    file: &'a mut Document,
    root: ObjectId,
    pages: Vec<ObjectId>,
    /// For each page, the element of each marked content.
    parents: Vec<Vec<Object>>,
}

impl Writing<'_> {
    fn element(&mut self, element: Element, parent: ObjectId) -> ObjectId {
        match element {
            Element::Leaf { role, marked } => {
                let mut fields = Dictionary::new();
                if let Role::Figure(words) = &role {
                    fields.set("Alt", text_string(words));
                }
                self.leaf(tag(&role), parent, &[marked], fields)
            }
            Element::Table(rows) => {
                let table = self.file.new_object_id();
                let rows = rows.into_iter().map(|row| self.row(row, table).into()).collect();
                self.branch(table, "Table", parent, rows);
                table
            }
        }
    }

    fn row(&mut self, mut cells: Vec<(Cell, Vec<Marked>)>, table: ObjectId) -> ObjectId {
        cells.sort_by_key(|(cell, _)| cell.column);
        let row = self.file.new_object_id();
        let starts: Vec<usize> = cells.iter().map(|(cell, _)| cell.column).collect();
        let mut children = Vec::with_capacity(cells.len());
        for (index, (cell, marked)) in cells.into_iter().enumerate() {
            let start = if index == 0 { 0 } else { cell.column };
            let end = starts.get(index + 1).copied().unwrap_or(columns(cell.table));
            let mut fields = Dictionary::new();
            if let Some(attributes) = attributes(cell, end - start) {
                fields.set("A", attributes);
            }
            children.push(self.leaf(tag(&Role::Cell(cell)), row, &marked, fields).into());
        }
        self.branch(row, "TR", table, children);
        row
    }

    fn leaf(&mut self, tag: &str, parent: ObjectId, marked: &[Marked], mut fields: Dictionary) -> ObjectId {
        let id = self.file.new_object_id();
        let page = marked.first().map(|marked| marked.page);
        let content = marked.iter().map(|marked| {
            if Some(marked.page) == page {
                return marked.id.into();
            }
            dictionary! { "Type" => "MCR", "Pg" => marked.page, "MCID" => marked.id }.into()
        });
        let mut content: Vec<Object> = content.collect();
        let content = if content.len() == 1 { content.remove(0) } else { content.into() };
        fields.set("K", content);
        if let Some(page) = page {
            fields.set("Pg", page);
        }
        self.set_element(id, tag, parent, fields);
        for marked in marked {
            if let Some(page) = self.pages.iter().position(|&page| page == marked.page) {
                self.parents[page].push(id.into());
            }
        }
        id
    }

    fn branch(&mut self, id: ObjectId, tag: &str, parent: ObjectId, children: Vec<Object>) {
        let mut fields = Dictionary::new();
        fields.set("K", children);
        self.set_element(id, tag, parent, fields);
    }

    fn set_element(&mut self, id: ObjectId, tag: &str, parent: ObjectId, mut fields: Dictionary) {
        fields.set("S", tag);
        fields.set("P", parent);
        self.file.set_object(id, fields);
    }

    fn finish(mut self, document: ObjectId, children: Vec<Object>) -> ObjectId {
        self.branch(document, "Document", self.root, children);
        let mut numbers = Vec::new();
        for (index, parents) in std::mem::take(&mut self.parents).into_iter().enumerate() {
            let index = i64::try_from(index).unwrap_or(i64::MAX);
            numbers.extend([index.into(), Object::Array(parents)]);
            let page = usize::try_from(index).ok().and_then(|index| self.pages.get(index)).copied();
            if let Some(page) = page.and_then(|page| self.file.get_dictionary_mut(page).ok()) {
                page.set("StructParents", index);
                page.set("Tabs", "S");
            }
        }
        let parent_tree = self.file.add_object(dictionary! { "Nums" => numbers });
        let root = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![document.into()],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => i64::try_from(self.pages.len()).unwrap_or(i64::MAX),
        };
        self.file.set_object(self.root, root);
        self.root
    }
}

const fn columns(table: Table) -> usize {
    match table {
        Table::Lines => 7,
        Table::Vat => 3,
    }
}

fn attributes(cell: Cell, span: usize) -> Option<Dictionary> {
    let mut attributes = dictionary! { "O" => "Table" };
    if span > 1 {
        attributes.set("ColSpan", i64::try_from(span).unwrap_or(1));
    }
    if cell.heads {
        attributes.set("Scope", "Column");
    }
    (attributes.len() > 1).then_some(attributes)
}
