//! The list of types of orders and interventions, and the dates that follow from it.

use std::collections::HashMap;

use domain::ids::OrderTypeId;
use domain::order::{
    NO_LEGAL_ADVICE, OrderType, ProposedDates, free_name, named_type, proposed, proposed_continuation,
    type_on,
};
use store::Reader;

use super::kept;
use super::people::under_18;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

const CHANGED: &[&str] = &["settings", "order"];

pub fn list_order_types(desk: &mut Desk, _request: Nothing) -> Result<OrderTypesView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let mut used: HashMap<OrderTypeId, u32> = HashMap::new();
        for id in reader.list_orders()?.into_iter().filter_map(|order| order.order_type) {
            *used.entry(id).or_default() += 1;
        }
        let row = |row: OrderType| OrderTypeRow {
            holds: row.valid_until.is_none_or(|until| until >= today),
            orders: used.get(&row.id).copied().unwrap_or_default(),
            row,
        };
        let mut rows: Vec<OrderTypeRow> = reader.list_order_types()?.into_iter().map(row).collect();
        rows.sort_by_key(|each| (!each.holds, each.row.fields.name.to_lowercase(), each.row.valid_from));
        Ok(OrderTypesView { rows, advice: NO_LEGAL_ADVICE.to_owned() })
    })
}

pub fn add_order_type(desk: &mut Desk, request: AddOrderType) -> Result<OrderTypesView, Failure> {
    desk.write(CHANGED, |writer, ids| {
        let fields = request.fields.checked()?;
        free_name(&writer.list_order_types()?, &fields.name, None)?;
        writer.put_order_type(&OrderType {
            id: OrderTypeId::new(&mut **ids),
            fields,
            valid_from: request.from,
            valid_until: None,
            is_default: false,
        })?;
        Ok(())
    })?;
    list_order_types(desk, Nothing {})
}

pub fn amend_order_type(desk: &mut Desk, request: AmendOrderType) -> Result<OrderTypesView, Failure> {
    desk.write(CHANGED, |writer, ids| {
        let row = found(writer, request.id)?;
        free_name(&writer.list_order_types()?, &request.fields.name, Some(row.id))?;
        let used = writer.list_orders()?.iter().any(|order| order.order_type == Some(row.id));
        let new = OrderTypeId::new(&mut **ids);
        for row in row.changed(new, request.fields, request.from, used)? {
            writer.put_order_type(&row)?;
        }
        Ok(())
    })?;
    list_order_types(desk, Nothing {})
}

pub fn end_order_type(desk: &mut Desk, request: EndOrderType) -> Result<OrderTypesView, Failure> {
    desk.write(CHANGED, |writer, _| {
        writer.put_order_type(&found(writer, request.id)?.ended(request.from)?)?;
        Ok(())
    })?;
    list_order_types(desk, Nothing {})
}

fn found(reader: &Reader<'_>, id: OrderTypeId) -> Result<OrderType, Failure> {
    let mut rows = reader.list_order_types()?.into_iter();
    rows.find(|row| row.id == id).ok_or_else(|| Failure::refused("That type is not in the list"))
}

pub fn propose_order_dates(
    desk: &mut Desk,
    request: ProposeOrderDates,
) -> Result<ProposedOrderDates, Failure> {
    desk.read(|reader| {
        let types = reader.list_order_types()?;
        let continued = request.continues.map(|id| kept(reader, id)).transpose()?;
        let subject = request.subject.or(continued.as_ref().and_then(|order| order.subject));
        let child = under_18(reader, subject, request.on)?;
        let row = match &continued {
            Some(order) => types.iter().find(|row| Some(row.id) == order.order_type),
            None => type_on(&types, &request.kind, request.on),
        };
        let dates = match (row, &continued) {
            (Some(row), Some(order)) => proposed_continuation(row, order.in_place_on, request.on, child),
            (Some(row), None) => proposed(row, request.on, child),
            (None, _) if named_type(&types, &request.kind).is_some() => {
                let words = "The list has no row of this type that holds on that day.".to_owned();
                ProposedDates { words: vec![words], ..ProposedDates::default() }
            }
            (None, _) => ProposedDates::default(),
        };
        Ok(ProposedOrderDates {
            dates,
            source: row.map(|row| row.fields.source.clone()).unwrap_or_default(),
            is_default: row.is_some_and(|row| row.is_default),
            advice: NO_LEGAL_ADVICE.to_owned(),
        })
    })
}
